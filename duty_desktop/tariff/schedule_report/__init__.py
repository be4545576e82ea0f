"""Reports on the schedule itself: what is in force, what changed, what overlaps, what leads nowhere."""
