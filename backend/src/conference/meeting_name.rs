//! Meeting names: the conference server accepts 2 to 256 UTF-16 units.

const SHORTEST: usize = 2;
const LONGEST: usize = 256;

/// Adapts `room_name`: truncated if it is too long, with the service's name appended if it is too short.
#[must_use]
pub fn meeting_name(room_name: &str, service_name: &str) -> String {
    let mut units = 0;
    let cut: String = room_name
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= LONGEST
        })
        .collect();
    if cut.encode_utf16().count() < SHORTEST {
        format!("{cut} – {service_name}")
    } else {
        cut
    }
}

#[cfg(test)]
mod tests {
    use parvis_contract::room::RoomName;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ordinary_names_stay_as_they_are() {
        assert_eq!(meeting_name("Conseil d’école", "Visio"), "Conseil d’école");
        assert_eq!(meeting_name("X", "Visio"), "X – Visio");
    }

    proptest! {
        #[test]
        fn every_room_s_name_fits(name in "\\PC{1,150}") {
            if let Ok(name) = RoomName::parse(&name) {
                let fitted = meeting_name(name.as_str(), "Visio").encode_utf16().count();
                prop_assert!((SHORTEST..=LONGEST).contains(&fitted));
            }
        }
    }
}
