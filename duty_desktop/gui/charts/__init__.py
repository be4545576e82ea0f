"""Pictures of where the duty comes from."""
