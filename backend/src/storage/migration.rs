//! Schema migrations. A released migration is never changed; a new one corrects it. A table that is made anew loses its
//! triggers (`m0018_room_list_changes`).

mod m0001_rooms_and_sign_in;
mod m0002_order_of_rooms;
mod m0003_ways_in;
mod m0004_what_is_kept;
mod m0005_language_of_rooms;
mod m0006_voice_bridge;
mod m0007_email_addresses;
mod m0008_replaced_pins;
mod m0009_deleted_recordings;
mod m0010_ready_recordings_and_mails;
mod m0011_delegates;
mod m0012_meetings_of_rooms;
mod m0013_rooms_of_add_ins;
mod m0014_room_files;
mod m0015_daily_counts;
mod m0016_audit_events;
mod m0017_last_use;
mod m0018_room_list_changes;

use sea_orm_migration::prelude::*;

pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_rooms_and_sign_in::Migration),
            Box::new(m0002_order_of_rooms::Migration),
            Box::new(m0003_ways_in::Migration),
            Box::new(m0004_what_is_kept::Migration),
            Box::new(m0005_language_of_rooms::Migration),
            Box::new(m0006_voice_bridge::Migration),
            Box::new(m0007_email_addresses::Migration),
            Box::new(m0008_replaced_pins::Migration),
            Box::new(m0009_deleted_recordings::Migration),
            Box::new(m0010_ready_recordings_and_mails::Migration),
            Box::new(m0011_delegates::Migration),
            Box::new(m0012_meetings_of_rooms::Migration),
            Box::new(m0013_rooms_of_add_ins::Migration),
            Box::new(m0014_room_files::Migration),
            Box::new(m0015_daily_counts::Migration),
            Box::new(m0016_audit_events::Migration),
            Box::new(m0017_last_use::Migration),
            Box::new(m0018_room_list_changes::Migration),
        ]
    }
}
