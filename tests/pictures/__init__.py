"""Pictures of the real window: those of the user guide, and every view for looking at."""
