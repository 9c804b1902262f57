/**
 * The key generator on the page. It has its own script, because the answer must be shown and not lost in a reload: the
 * private key leaves the simulator this once.
 */
export const keyMaker = `<form id="key-maker">
<label>Environment <select name="environment"><option>sandbox</option><option>production</option></select></label>
<label>Alias <input name="alias" value="keyalias" required></label>
<label>Password <input name="password" value="keystorepassword" required></label>
<label><input type="checkbox" name="legacy"> Old encryption (RC2)</label>
<label><input type="checkbox" name="activated" checked> Activated</label>
<button>Make a key</button></form>
<p id="made-key" aria-live="polite"></p>
<script>
document.getElementById("key-maker").addEventListener("submit", async (event) => {
  event.preventDefault();
  event.stopPropagation();
  const fields = event.target.elements;
  const input = {
    environment: fields.environment.value,
    alias: fields.alias.value,
    password: fields.password.value,
    legacy: fields.legacy.checked,
    activated: fields.activated.checked,
  };
  const answer = await fetch("/_sim/keys", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(input) });
  const made = document.getElementById("made-key");
  if (!answer.ok) { made.textContent = await answer.text(); return; }
  const key = await answer.json();
  const link = (label, name, data) => {
    const anchor = document.createElement("a");
    anchor.textContent = label;
    anchor.download = name;
    anchor.href = data;
    return anchor;
  };
  made.replaceChildren(
    "Consumer key ", key.consumerKey, " ",
    link("Key file (.p12)", input.alias + ".p12", "data:application/x-pkcs12;base64," + key.p12), " ",
    link("Private key (.pem)", input.alias + ".pem", "data:application/x-pem-file," + encodeURIComponent(key.pem)),
    ". They are shown this once.",
  );
});
</script>`;
