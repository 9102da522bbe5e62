"""The window: form, editors, grid, table model, list screen, jobs. Written once, used by screens/."""
