"""Imports a package into an empty collection, and nothing else."""

import os
import sys
import tempfile

from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest

col = Collection(os.path.join(tempfile.mkdtemp(), "collection.anki2"))
options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=False)
col.import_anki_package(ImportAnkiPackageRequest(package_path=sys.argv[1], options=options))
print(col.db.scalar("select count() from revlog"))
col.close()
