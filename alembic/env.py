"""Runs the migrations on the connection that `kodebenk.storage.migrations` hands over.

The transaction, the foreign-key pragma and the copy before an upgrade are that module's business.
"""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("target_metadata"),
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
