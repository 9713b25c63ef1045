"""What a technician needs to set a kiosk up and to keep it well."""
