# the block
runner = create_app().test_cli_runner()
assert runner.invoke(args=["init-data", "5", "--dry-run"]).output.endswith("shop: 5 rows, dry run True\n")
assert runner.invoke(args=["show-name"]).output == "shop\n"
