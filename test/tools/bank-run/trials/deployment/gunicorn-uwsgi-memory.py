# the block
from gunicorn.config import KNOWN_SETTINGS

known = {setting.name for setting in KNOWN_SETTINGS}
said = {name for name in dir() if name.islower() and not name.startswith("_")}
strange = said - known - {"known"}
assert not strange, strange
