const words = `
password passw0rd passwort contrasena motdepasse mdp azerty azertyuiop qwerty qwertyuiop qwertz qsdfghjklm qsdfgh
asdfghjkl asdfgh wxcvbn zxcvbnm zxcvbn 1q2w3e4r 1qaz2wsx abc123 123123 112233 iloveyou letmein welcome monkey dragon
master sunshine princess football baseball superman batman trustno shadow michael jordan charlie starwars whatever
freedom secret admin administrator administrateur root user utilisateur login connexion bonjour bonsoir salut soleil
doudou loulou chouchou jetaime cheval chocolat nicolas camille julien thomas marseille paris lyon france bretagne
coucou chaton princesse licorne papillon vacances famille amour toujours maison jardin football olympique psg om
pokemon naruto minecraft google facebook linkedin facture factures facturepro comptable comptabilite entreprise
societe boulangerie bureau travail test demo changeme changezmoi default temporaire provisoire nouveau janvier
fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi
samedi dimanche printemps automne hiver ete
`;

/**
 * The roots of the commonest passwords seen in French and English leaks, folded (no accents, lower case), longest first
 * so that « azertyuiop » goes before « azerty ».
 */
export const commonWords: readonly string[] = [...new Set(words.trim().split(/\s+/))]
  .filter((word) => word.length >= 4)
  .sort((a, b) => b.length - a.length);
