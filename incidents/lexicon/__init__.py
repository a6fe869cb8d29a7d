"""Reference rows made into fast lookups: phrases, places, institutions, calendar."""
