"""What the menus do, by theme; each class serves one window."""
