"""One short module per page of the window."""
