"""Asking at a terminal: prompts that complete names as they are typed. Loaded only where something is asked."""
