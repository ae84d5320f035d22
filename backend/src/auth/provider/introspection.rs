//! Whose an access token is that somebody else was given: token introspection (RFC 7662), then userinfo.

use oauth2::{AccessToken, IntrospectionUrl, TokenIntrospectionResponse as _};

use super::claims;
use super::code::{authentication, client, refused, send};
use super::{Provider, ProviderError, Sources};
use crate::auth::email::verified_email;
use crate::clock::Moment;

/// The person of an access token.
pub struct TokenHolder {
    /// The subjects under which the provider tells of it: the same one twice, or one for each client.
    pub subjects: Vec<String>,
    /// The verified e-mail address, in lower case, if the provider tells one, and the person may have another subject
    /// for the portal.
    pub email: Option<String>,
    /// When the token expires, if the provider tells it.
    pub expires_at: Option<Moment>,
}

impl Provider {
    /// The person of an access token; `None` if it is not active, or was not issued for OpenID Connect, or not for this
    /// service: its audience has to hold the portal's client.
    ///
    /// # Errors
    ///
    /// [`ProviderError`] when the provider does not answer, has no introspection, or its response is invalid.
    pub async fn token_holder(&self, token: &str) -> Result<Option<TokenHolder>, ProviderError> {
        let mut sources = Sources {
            provider: self,
            description: self.discovery.get().await?,
            is_renewed: false,
        };
        let endpoint = sources.description.introspection.clone();
        let endpoint = endpoint.ok_or_else(|| {
            let reason = "its description has no introspection_endpoint";
            ProviderError::Unusable(reason.to_owned())
        })?;
        let methods = &sources.description.introspection_authentication;
        let access_token = AccessToken::new(token.to_owned());
        let answer = client(&self.settings, &sources.description, &self.redirect)
            .set_auth_type(authentication(methods))
            .set_introspection_url(IntrospectionUrl::from_url(endpoint))
            .introspect(&access_token)
            .set_token_type_hint("access_token")
            .request_async(&|request| send("introspection", self.http.clone(), request))
            .await
            .map_err(refused)?;
        let expires_at = answer.exp().map(|end| Moment(end.timestamp_millis()));
        let scopes = answer.scopes().into_iter().flatten();
        let mut audience = answer.aud().into_iter().flatten();
        let is_for_us = audience.any(|one| *one == self.settings.client_id);
        if !answer.active()
            || !is_for_us
            || !scopes.into_iter().any(|scope| scope.as_str() == "openid")
            || expires_at.is_some_and(|end| end <= self.clock.now())
        {
            return Ok(None);
        }
        let introspected = answer.sub().map(str::to_owned);
        // Subjects may be per client: then userinfo has that of the add-in, introspection possibly the portal's.
        let expected = introspected
            .as_deref()
            .filter(|_| !sources.description.has_pairwise_subjects);
        let info = sources.userinfo(expected, token).await?;
        let told = info.as_ref().map(claims::subject).transpose()?;
        let subjects: Vec<String> = introspected.into_iter().chain(told).collect();
        // Where subjects are the same for all clients, another subject is another person, whatever the address.
        let by_address = subjects.is_empty() || sources.description.has_pairwise_subjects;
        let names = &self.settings.claims.email;
        let email = info
            .filter(|_| by_address)
            .and_then(|info| verified_email(&[&info], names, self.settings.trusts_email));
        Ok(Some(TokenHolder {
            subjects,
            email,
            expires_at,
        }))
    }
}
