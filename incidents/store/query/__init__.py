"""Reading the views over the plain DB-API driver: nothing here imports SQLModel or SQLAlchemy."""
