//! Changes of people's lists of rooms. Triggers add them, so that nothing that writes can forget to, the release before
//! this one included, which may run beside it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0018_room_list_changes"
    }
}

#[derive(Iden)]
enum RoomListChanges {
    Table,
    Id,
    AccountId,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// Each trigger locks its table. Nodes of the release before this one lock the tables in several orders, so no
    /// transaction has two of them. All statements can be repeated.
    fn use_transaction(&self) -> Option<bool> {
        Some(false)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(changes()).await?;
        let by_account = Index::create()
            .if_not_exists()
            .name("room_list_changes_by_account")
            .table(RoomListChanges::Table)
            .col(RoomListChanges::AccountId)
            .col(RoomListChanges::Id)
            .take();
        manager.create_index(by_account).await?;
        let db = manager.get_connection();
        for trigger in TRIGGERS {
            let statements = trigger.statements(db.get_database_backend());
            db.execute_unprepared(&statements).await?;
        }
        Ok(())
    }
}

/// Without foreign keys: checking them would lock accounts that another transaction has locked.
fn changes() -> TableCreateStatement {
    Table::create()
        .table(RoomListChanges::Table)
        .if_not_exists()
        .col(
            ColumnDef::new(RoomListChanges::Id)
                .big_integer()
                .not_null()
                .auto_increment()
                .primary_key(),
        )
        .col(ColumnDef::new(RoomListChanges::AccountId).uuid().not_null())
        .take()
}

/// What a row that is written changes. Both databases understand these texts.
struct Trigger {
    table: &'static str,
    /// `INSERT`, `UPDATE OF …`, `DELETE`.
    event: &'static str,
    /// Which rows are concerned.
    condition: &'static str,
    action: &'static str,
}

const TRIGGERS: [Trigger; 9] = [
    Trigger {
        table: "rooms",
        event: "UPDATE OF owner_id, name, last_meeting_at, temporary_until, deleted_at, pin_replaced, \
                code_generation, moderator_generation, attendee_generation, authenticated_generation, \
                moderator_key, attendee_key, authenticated_key",
        condition: "TRUE",
        action: "INSERT INTO room_list_changes (account_id) SELECT NEW.owner_id UNION SELECT OLD.owner_id \
                 UNION SELECT account_id FROM delegations WHERE room_id = NEW.id AND account_id IS NOT NULL",
    },
    // A room gets a code and a PIN when it is created, and others when they are renewed. When it is removed, its deletion
    // was long ago, and it is in no list.
    Trigger {
        table: "numbers",
        event: "INSERT",
        condition: "TRUE",
        action: "INSERT INTO room_list_changes (account_id) SELECT owner_id FROM rooms WHERE id = NEW.room_id \
                 UNION SELECT account_id FROM delegations WHERE room_id = NEW.room_id AND account_id IS NOT NULL",
    },
    Trigger {
        table: "favourites",
        event: "INSERT",
        condition: "TRUE",
        action: "INSERT INTO room_list_changes (account_id) VALUES (NEW.account_id)",
    },
    Trigger {
        table: "favourites",
        event: "DELETE",
        condition: "TRUE",
        action: "INSERT INTO room_list_changes (account_id) VALUES (OLD.account_id)",
    },
    // Owners see how many delegates a room has; a delegation without an account waits for those with its address.
    Trigger {
        table: "delegations",
        event: "INSERT",
        condition: "TRUE",
        action: "INSERT INTO room_list_changes (account_id) SELECT owner_id FROM rooms WHERE id = NEW.room_id \
                 UNION SELECT NEW.account_id WHERE NEW.account_id IS NOT NULL \
                 UNION SELECT id FROM accounts WHERE email = NEW.email",
    },
    Trigger {
        table: "delegations",
        event: "UPDATE OF account_id, email, offered_at",
        condition: "TRUE",
        action: "INSERT INTO room_list_changes (account_id) SELECT owner_id FROM rooms WHERE id = NEW.room_id \
                 UNION SELECT NEW.account_id WHERE NEW.account_id IS NOT NULL \
                 UNION SELECT OLD.account_id WHERE OLD.account_id IS NOT NULL \
                 UNION SELECT id FROM accounts WHERE email = NEW.email",
    },
    Trigger {
        table: "delegations",
        event: "DELETE",
        condition: "TRUE",
        action: "INSERT INTO room_list_changes (account_id) SELECT owner_id FROM rooms WHERE id = OLD.room_id \
                 UNION SELECT OLD.account_id WHERE OLD.account_id IS NOT NULL",
    },
    // Delegates see the owner's name.
    Trigger {
        table: "accounts",
        event: "UPDATE OF name, email, room_sort, rooms_reversed",
        condition: "OLD.name <> NEW.name OR OLD.email IS DISTINCT FROM NEW.email \
                    OR OLD.room_sort <> NEW.room_sort OR OLD.rooms_reversed <> NEW.rooms_reversed",
        action: "INSERT INTO room_list_changes (account_id) SELECT NEW.id \
                 UNION SELECT delegations.account_id FROM delegations \
                 JOIN rooms ON rooms.id = delegations.room_id \
                 WHERE rooms.owner_id = NEW.id AND delegations.account_id IS NOT NULL \
                 AND OLD.name <> NEW.name",
    },
    Trigger {
        table: "accounts",
        event: "DELETE",
        condition: "TRUE",
        action: "DELETE FROM room_list_changes WHERE account_id = OLD.id",
    },
];

impl Trigger {
    /// The statements that make it, instead of one that is there.
    fn statements(&self, backend: DbBackend) -> String {
        let Self {
            table,
            event,
            condition,
            action,
        } = self;
        let verb = event.split(' ').next().unwrap_or_default().to_lowercase();
        let name = format!("room_list_changes_{table}_{verb}");
        let when = format!("AFTER {event} ON {table} FOR EACH ROW WHEN ({condition})");
        if backend != DbBackend::Postgres {
            return format!("CREATE TRIGGER IF NOT EXISTS {name} {when} BEGIN {action}; END");
        }
        // A dump that is loaded has no path.
        format!(
            "CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql \
             SET search_path FROM CURRENT AS $$ BEGIN {action}; RETURN NULL; END $$; \
             DROP TRIGGER IF EXISTS {name} ON {table}; \
             CREATE TRIGGER {name} {when} EXECUTE FUNCTION {name}()"
        )
    }
}
