import sys
import types

# the block
urls = types.ModuleType("users.urls")
urls.urlpatterns = [path("/<int:user_id>", lambda user_id: f"user {user_id}", name="detail")]
sys.modules.update({"users": types.ModuleType("users"), "users.urls": urls})
app = create_app()
assert app.test_client().get("/users/7").text == "user 7"
assert "users.detail" in app.view_functions
