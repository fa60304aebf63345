"""Inventories of Ansible: hosts and their groups, as YAML and as INI."""
