"""Work off the window's thread: pure functions with progress and cancel."""
