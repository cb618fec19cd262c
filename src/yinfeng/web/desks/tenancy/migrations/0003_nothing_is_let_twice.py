"""PostgreSQL refuses at the end of a transaction what would let a place twice.

It stands behind the check of the actions, which says who has the place. SQLite has one writer at a
time and no check that waits for the end of a transaction: there the check of the actions stands
alone. What only shrinks is never refused, so that a register that was corrected can be put right.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# More than any tolerance that an office may set.
CEILING = "1.05"

OVER = """
CREATE FUNCTION yinfeng_is_let_twice(
    spot text, key bigint, there numeric, first date, last date, land boolean
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE found boolean;
BEGIN
    IF key IS NULL OR there IS NULL THEN RETURN false; END IF;
    EXECUTE format('
        SELECT EXISTS (
            SELECT 1 FROM tenancy_occupancy d
            WHERE d.%1$I = $1 AND d.removed_at IS NULL AND d.tenure <> ''sublet''
                AND (NOT $5 OR d.building_id IS NULL)
                AND d.since >= $3 AND ($4 IS NULL OR d.since <= $4)
                AND (
                    SELECT SUM(s.area) FROM tenancy_occupancy s
                    WHERE s.%1$I = $1 AND s.removed_at IS NULL AND s.tenure <> ''sublet''
                        AND (NOT $5 OR s.building_id IS NULL)
                        AND s.since <= d.since AND (s.until IS NULL OR s.until >= d.since)
                ) > $2 * {ceiling})', spot)
    INTO found USING key, there, first, last, land;
    RETURN found;
END $$
"""
CHECK = """
CREATE FUNCTION yinfeng_nothing_let_twice() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ground numeric;
    storey numeric;
    house numeric;
BEGIN
    -- A backup comes back as it was, corrected registers and all.
    IF current_setting('yinfeng.restoring', true) = 'yes' THEN RETURN NULL; END IF;
    IF NEW.removed_at IS NOT NULL OR NEW.tenure = 'sublet' THEN RETURN NULL; END IF;
    -- Whoever lets on the same parcel waits here, and then sees what was let before.
    SELECT area INTO ground FROM land_parcel WHERE id = NEW.parcel_id FOR UPDATE;
    IF NEW.building_id IS NULL THEN
        IF yinfeng_is_let_twice('parcel_id', NEW.parcel_id, ground, NEW.since, NEW.until, true)
        THEN
            RAISE EXCEPTION 'let twice: parcel %', NEW.parcel_id USING ERRCODE = '23514';
        END IF;
        RETURN NULL;
    END IF;
    SELECT area INTO ground FROM land_unit WHERE id = NEW.room_id;
    SELECT area INTO storey FROM land_floor WHERE id = NEW.floor_id;
    SELECT area INTO house FROM land_building WHERE id = NEW.building_id;
    IF yinfeng_is_let_twice('room_id', NEW.room_id, ground, NEW.since, NEW.until, false)
        OR yinfeng_is_let_twice('floor_id', NEW.floor_id, storey, NEW.since, NEW.until, false)
        OR yinfeng_is_let_twice('building_id', NEW.building_id, house, NEW.since, NEW.until, false)
    THEN
        RAISE EXCEPTION 'let twice: building %', NEW.building_id USING ERRCODE = '23514';
    END IF;
    RETURN NULL;
END $$
"""
ADDED = """
CREATE CONSTRAINT TRIGGER tenancy_occupancy_added AFTER INSERT ON tenancy_occupancy
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION yinfeng_nothing_let_twice()
"""
GROWN = """
CREATE CONSTRAINT TRIGGER tenancy_occupancy_grown AFTER UPDATE ON tenancy_occupancy
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (
    NEW.area > OLD.area OR NEW.since < OLD.since
    OR COALESCE(NEW.until, 'infinity') > COALESCE(OLD.until, 'infinity')
    OR NEW.parcel_id <> OLD.parcel_id OR NEW.building_id IS DISTINCT FROM OLD.building_id
    OR NEW.floor_id IS DISTINCT FROM OLD.floor_id OR NEW.room_id IS DISTINCT FROM OLD.room_id
    OR (OLD.removed_at IS NOT NULL AND NEW.removed_at IS NULL)
    OR (OLD.tenure = 'sublet' AND NEW.tenure <> 'sublet')
)
EXECUTE FUNCTION yinfeng_nothing_let_twice()
"""


def guard(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers in place."""
    if schema_editor.connection.vendor != "postgresql":
        return
    for statement in (OVER.replace("{ceiling}", CEILING), CHECK, ADDED, GROWN):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Guard."""

    dependencies = [("tenancy", "0002_append_only"), ("land", "0001_the_register")]
    operations = [migrations.RunPython(guard)]
