"""Tables, engine, migrations, unit of work and change log; reading is in `store.query`."""
