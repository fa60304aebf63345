"""Bills of materials: CycloneDX (ECMA-424) in JSON and XML, of software, services and hardware."""
