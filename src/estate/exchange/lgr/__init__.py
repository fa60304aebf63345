"""Council architecture files and transition configurations of GDS Local's reorganisation engine."""
