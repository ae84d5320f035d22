// The main screens as assistive technologies are told them: what there is, what it is called, in which
// order.

import { signIn } from '../../../support/account.ts';
import { invite } from '../../../support/invite.ts';
import { openInvitation, roomEntry } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test("the visitor's home page", async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Vos réunions en visioconférence" [level=1]
      - group "Saisir le code de connexion de votre réunion":
        - textbox "Trois premiers chiffres"
        - textbox "Trois chiffres du milieu"
        - textbox "Trois derniers chiffres"
        - button "Connexion" [disabled]
      - heading "Organiser des réunions" [level=2]
      - link "S'identifier avec ProConnect"
  `);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - navigation "Accès rapide":
      - list:
        - listitem:
          - link "Aller au contenu"
    - banner:
      - link "Visio-Agents"
      - navigation "Outils":
        - list:
          - listitem:
            - link "Documentation"
          - listitem:
            - link "S'identifier"
          - listitem:
            - group: Choisir la langue – Français
    - complementary "Avis"
    - main
    - contentinfo:
      - navigation "Pied de page":
        - list:
          - listitem:
            - link "Accessibilité"
      - combobox "Affichage :"
    - status
  `);
});

test('the home page of somebody who has no room yet', async ({ page }) => {
  await signIn(page, 'Dominique Bernard');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - group "Saisir le code de connexion de votre réunion"
      - button "Ouvrir une nouvelle réunion temporaire (nouvelle fenêtre)"
      - heading "Mes salles de réunion" [level=1]
      - link "Créer une salle permanente"
      - heading "Vous n'avez pas encore de salle permanente" [level=2]
      - link "Créer ma première salle"
  `);
});

test('a room, its invitation, and the page that sends it', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const { room } = await invite(page);
  await expect(roomEntry(page, room)).toMatchAriaSnapshot(`
    - listitem:
      - button /^Favori/
      - heading /Réunion/ [level=2]
      - button /Lancer « Réunion .* » \\(nouvelle fenêtre\\)/
      - link /Inviter des participants à « Réunion .* »/
      - link /Modifier « Réunion .* »/
      - button /Supprimer « Réunion .* »/
  `);
  await expect(await openInvitation(page, room)).toMatchAriaSnapshot(`
    - dialog "Invitez des participants à votre réunion en leur envoyant, au choix :":
      - button "Fermer"
      - heading "Invitez des participants à votre réunion en leur envoyant, au choix :" [level=2]
      - link "Envoyer une invitation complète"
      - heading "Avec droits modérateurs" [level=3]
      - list:
        - listitem:
          - text: /Le code de connexion Nouveau \\d{3} \\d{3} \\d{3}/
          - button "Copier le code de connexion"
        - listitem:
          - group: Le lien modérateur
          - button "Copier le lien modérateur"
        - listitem:
          - text: /Le lien SIP \\d{9}@/
          - button "Copier le lien SIP"
      - heading "Avec droits restreints" [level=3]
      - list:
        - listitem:
          - group: Le lien participant
          - button "Copier le lien participant"
      - list:
        - listitem:
          - group: Le lien authentifié via EduConnect
          - button "Copier le lien authentifié"
      - list:
        - listitem:
          - text: /Connexion par téléphone .* PIN/
          - button "Copier la connexion par téléphone"
  `);
  await page.getByRole('link', { name: 'Envoyer une invitation complète' }).click();
  await expect(page.getByRole('region', { name: 'Le message' })).toBeVisible();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Envoyer une invitation" [level=1]
      - group "À qui s'adresse-t-elle ?":
        - radio "À des participants" [checked]
        - radio "À des participants qui s'identifient avec EduConnect"
        - radio "À des modérateurs"
      - group "Quand ?":
        - textbox "Date"
        - textbox "Heure de début"
        - textbox "Durée, en minutes"
      - region "Le message":
        - heading "Le message" [level=2]
        - paragraph: /Invitation à la réunion «/
        - paragraph:
          - link /rejoindre\\/participant#/
        - paragraph:
          - link /Appeler le .* avec le PIN/
      - button "Copier l'invitation"
      - link "Ouvrir dans la messagerie"
      - button "Imprimer"
      - group: Le code QR du lien
  `);
});

test('the form of a room, with a mistake', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  await page.goto('/salles/nouvelle');
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Créer une salle permanente" [level=1]
      - textbox "Nom de la salle" [invalid]
      - paragraph: Saisissez le nom de la salle.
      - group: Accueil des participants
      - group: Interactions
      - group: Enregistrement
      - group: Paramètres avancés
      - button "Créer la salle"
      - link "Annuler"
  `);
});

test('joining', async ({ page, newPerson }) => {
  await signIn(page, 'Alix Martin');
  const { attendee } = await invite(page);
  const guest = await newPerson();
  await guest.goto(attendee);
  await expect(guest.getByRole('textbox')).toBeVisible();
  await expect(guest.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading /Réunion/ [level=1]
      - paragraph: Vous rejoignez cette réunion avec les droits de participant.
      - textbox "Votre nom"
      - button "Rejoindre"
      - paragraph:
        - link "Identifiez-vous pour y entrer comme modérateur"
  `);
});
