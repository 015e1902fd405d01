# the block
good = {"sku_id": 1, "quantity": 2, "phone": "13800000000", "starts": "2026-01-01", "ends": "2026-01-02"}


def faults(**changed):
    serializer = PlaceOrderSerializer(data=good | changed)
    return {} if serializer.is_valid() else serializer.errors


assert faults() == {}
assert faults(quantity=3)["quantity"][0].code == "odd"
assert faults(phone="123")["phone"] == ["bad_phone"]
assert faults(ends="2025-12-31") == {"ends": ["must not be before starts"]}
assert faults(quantity=3, ends="2025-12-31").keys() == {"quantity"}
