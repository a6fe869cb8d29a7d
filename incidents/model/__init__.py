"""Frozen values and the rules that need nothing but them. Nothing here imports another room or a third party."""
