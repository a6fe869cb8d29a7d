"""An incident as a plain-text form that a person edits in an editor of their own. Loaded only where one is opened."""
