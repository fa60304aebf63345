"""The Local Government Architecture Model of GDS Local: council registers, and the model itself."""
