"""What the business is: kinds, fields, entities, rules. No session, no Qt, no files."""
