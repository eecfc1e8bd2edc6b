"""A moment comes back as that moment: aware, in UTC, to the microsecond; one without a zone is refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, select

from rashomon.errors import NaiveTime
from rashomon.store import Store
from rashomon.store.columns import UtcTime

moments = Table("moments", MetaData(), Column("n", Integer, primary_key=True), Column("at", UtcTime))

zones = st.integers(min_value=-14 * 60, max_value=14 * 60).map(
    lambda minutes: timezone(timedelta(minutes=minutes))
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    given_times=st.lists(
        st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=zones),  # noqa: DTZ001
        min_size=2,
        max_size=20,
        unique=True,
    )
)
def test_moments_come_back_and_sort(store: Store, given_times: list[datetime]) -> None:
    with store.database.writing() as connection:
        moments.drop(connection, checkfirst=True)
        moments.create(connection)
        connection.execute(moments.insert(), [{"n": n, "at": at} for n, at in enumerate(given_times)])
    with store.database.reading() as connection:
        back = list(connection.scalars(select(moments.c.at).order_by(moments.c.n)))
        by_time = list(connection.scalars(select(moments.c.at).order_by(moments.c.at)))
    assert back == given_times
    assert all(at.tzinfo is UTC for at in back)
    assert by_time == sorted(given_times)


def test_no_time_stays_no_time(store: Store) -> None:
    with store.database.writing() as connection:
        moments.create(connection)
        connection.execute(moments.insert(), {"n": 1, "at": None})
        assert connection.scalar(select(moments.c.at)) is None


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with store.database.writing() as connection:
        moments.create(connection)
    with pytest.raises(NaiveTime), store.database.writing() as connection:
        connection.execute(moments.insert(), {"n": 1, "at": datetime(2024, 1, 1)})  # noqa: DTZ001
