//! Texts of the list of rooms and of the invitation.

use parvis_contract::live::Activity;
use parvis_contract::order::{RoomOrder, RoomSort};

use super::shared::Texts;
use crate::dates::Ago;

parvis_ui::texts_of!(AgentTexts, "agents");

impl AgentTexts {
    /// The texts that several features share.
    pub fn shared(self) -> Texts {
        Texts(self.0)
    }

    /// The direction of a sort order.
    pub fn direction(self, order: RoomOrder) -> &'static str {
        match (order.by, order.reversed) {
            (RoomSort::Date, false) => self.newest_first(),
            (RoomSort::Date, true) => self.oldest_first(),
            (RoomSort::Name, false) => self.from_a_to_z(),
            (RoomSort::Name, true) => self.from_z_to_a(),
            (RoomSort::Favourites, false) => self.favourites_first(),
            (RoomSort::Favourites, true) => self.favourites_last(),
        }
    }

    /// How long ago a day was.
    pub fn ago(self, ago: Ago) -> String {
        match ago {
            Ago::Today => self.today().to_owned(),
            Ago::Yesterday => self.yesterday().to_owned(),
            Ago::DayBeforeYesterday => self.day_before_yesterday().to_owned(),
            Ago::Days(days) => self.days_ago(days),
            Ago::Weeks(weeks) => self.weeks_ago(weeks),
            Ago::Months(months) => self.months_ago(months),
            Ago::Years(years) => self.years_ago(years),
        }
    }

    /// The number of rooms that a search found.
    pub fn result(self, found: usize, query: &str) -> String {
        match found {
            0 => self.no_room_found(query),
            found => self.rooms_found(found),
        }
    }

    /// The number of running meetings and of people in them.
    pub fn activity_of(self, activity: Activity) -> String {
        let meetings = self.activity_meetings(activity.meetings);
        self.activity(&meetings, &self.activity_participants(activity.people))
    }
}
