//! The contents of files in the object store: a local folder, or a bucket of its own for each portal where
//! `PARVIS_TEST_S3` names a service, such as `http://key-id:secret@127.0.0.1:3900`.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::time::Duration;

use futures_util::TryStreamExt as _;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::local::LocalFileSystem;
use object_store::path::Path as ObjectPath;
use object_store::signer::Signer as _;
use object_store::{ObjectStore, ObjectStoreExt as _};
use reqwest::Method;
use url::Url;
use uuid::Uuid;

use super::Portal;

const REGION: &str = "garage";

/// The settings of an empty store for a portal whose other files are in `dir`.
pub(super) async fn fresh(dir: &Path) -> Vec<(&'static str, String)> {
    let Ok(service) = std::env::var("PARVIS_TEST_S3") else {
        return vec![
            ("PARVIS_FILES_DIR", dir.join("files").display().to_string()),
            // All nodes of a test are on this machine.
            ("PARVIS_FILES_DIR_SHARED", "true".to_owned()),
        ];
    };
    let mut service = Url::parse(&service).expect("the address of a service");
    let key_id = service.username().to_owned();
    let secret = service.password().expect("a secret").to_owned();
    service.set_username("").expect("an address with a host");
    service.set_password(None).expect("an address with a host");
    let secret_file = dir.join("files-secret");
    std::fs::write(&secret_file, secret).expect("a file");
    let random = parvis_backend::random::Random::system();
    let settings = vec![
        ("PARVIS_FILES_S3_URL", service.to_string()),
        (
            "PARVIS_FILES_S3_BUCKET",
            Uuid::from_bytes(random.bytes()).to_string(),
        ),
        ("PARVIS_FILES_S3_REGION", REGION.to_owned()),
        ("PARVIS_FILES_S3_ACCESS_KEY_ID", key_id),
        (
            "PARVIS_FILES_S3_SECRET_FILE",
            secret_file.display().to_string(),
        ),
    ];
    let named = settings
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()));
    create_bucket(&bucket(&named.collect())).await;
    settings
}

/// Object stores have no call that creates a bucket: it is a request to the address of no object.
async fn create_bucket(bucket: &AmazonS3) {
    let no_object = ObjectPath::default();
    let address = bucket
        .signed_url(Method::PUT, &no_object, Duration::from_mins(1))
        .await
        .expect("an address");
    let created = reqwest::Client::new().put(address).send().await;
    let created = created.expect("the service answers");
    assert!(created.status().is_success(), "{created:?}");
}

fn bucket(variables: &HashMap<String, String>) -> AmazonS3 {
    let secret = std::fs::read_to_string(&variables["PARVIS_FILES_S3_SECRET_FILE"]);
    AmazonS3Builder::new()
        .with_endpoint(variables["PARVIS_FILES_S3_URL"].trim_end_matches('/'))
        .with_allow_http(true)
        .with_bucket_name(&variables["PARVIS_FILES_S3_BUCKET"])
        .with_region(&variables["PARVIS_FILES_S3_REGION"])
        .with_access_key_id(&variables["PARVIS_FILES_S3_ACCESS_KEY_ID"])
        .with_secret_access_key(secret.expect("the secret"))
        .build()
        .expect("a bucket")
}

impl Portal {
    fn object_store(&self) -> Box<dyn ObjectStore> {
        match self.variables.get("PARVIS_FILES_DIR") {
            Some(folder) => Box::new(LocalFileSystem::new_with_prefix(folder).expect("the folder")),
            None => Box::new(bucket(&self.variables)),
        }
    }

    /// The objects of files in the store, as `<file>/<object>`.
    pub async fn objects(&self) -> Vec<ObjectPath> {
        let store = self.object_store();
        let objects = store.list(None).map_ok(|object| object.location);
        objects.try_collect().await.expect("the objects")
    }

    /// The number of files of which the store has something.
    pub async fn files_with_contents(&self) -> usize {
        let objects = self.objects().await;
        let files = objects.iter().filter_map(|object| object.parts().next());
        files
            .map(|file| file.as_ref().to_owned())
            .collect::<BTreeSet<_>>()
            .len()
    }

    /// Writes an object of a file that no part names, as a request that is cut off leaves it.
    pub async fn leave_object(&self, file: Uuid) {
        let object = Uuid::from_bytes(parvis_backend::random::Random::system().bytes());
        let path = ObjectPath::from_iter([file.to_string(), object.to_string()]);
        let written = self.object_store().put(&path, "left".into()).await;
        written.expect("written");
    }

    /// Loses the contents of all files.
    pub async fn lose_contents(&self) {
        let store = self.object_store();
        for object in self.objects().await {
            store.delete(&object).await.expect("deleted");
        }
    }
}
