"""Property tests are not timed: a slow machine is no wrong answer (speed is measured in ``benchmarks/``)."""

from hypothesis import HealthCheck, settings

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
