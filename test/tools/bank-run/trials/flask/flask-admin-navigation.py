from flask import Flask
from flask_sqlalchemy import SQLAlchemy

# the block
app = Flask(__name__)
app.config.update(SECRET_KEY="x", SQLALCHEMY_DATABASE_URI="sqlite://")
db = SQLAlchemy(app)


class User(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(20))
    password_hash = db.Column(db.String(20))


init_admin(app, db, User)
app.add_url_rule("/login", "users.login", lambda: "")
with app.app_context():
    db.create_all()
client = app.test_client()
assert client.get("/admin/user/").location.startswith("/login?next=")
with client.session_transaction() as session:
    session["role"] = "staff"
page = client.get("/admin/user/").text
assert "Back to site" in page and "password" not in page.lower()
