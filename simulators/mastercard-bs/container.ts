import forge from "node-forge";

const { asn1, pki } = forge;
const ITERATIONS = 2048;
const KEY_MATERIAL = 1;
const INITIAL_VECTOR = 2;
const MAC_MATERIAL = 3;

const sequence = (value: forge.asn1.Asn1[]) =>
  asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, value);
const octets = (value: string) => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OCTETSTRING, false, value);
const integer = (value: number) =>
  asn1.create(asn1.Class.UNIVERSAL, asn1.Type.INTEGER, false, asn1.integerToDer(value).getBytes());
const tagged = (value: forge.asn1.Asn1[]) => asn1.create(asn1.Class.CONTEXT_SPECIFIC, 0, true, value);
const nothing = () => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.NULL, false, "");

function oid(name: string): forge.asn1.Asn1 {
  const known = pki.oids[name];
  if (known === undefined) throw new Error(`no OID for ${name}`);
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(known).getBytes());
}

/** A self-signed certificate for one year from `from`, as a key generator hands out. */
export function certificateFor(
  privateKey: forge.pki.rsa.PrivateKey,
  name: string,
  from: Date,
  until: Date,
): forge.pki.Certificate {
  const certificate = pki.createCertificate();
  certificate.publicKey = pki.setRsaPublicKey(privateKey.n, privateKey.e);
  certificate.serialNumber = `00${forge.util.bytesToHex(forge.random.getBytesSync(8))}`;
  certificate.validity.notBefore = from;
  certificate.validity.notAfter = until;
  const subject = [{ name: "commonName", value: name }];
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.sign(privateKey, forge.md.sha256.create());
  return certificate;
}

interface Contents {
  privateKey: forge.pki.rsa.PrivateKey;
  certificate: forge.pki.Certificate;
  alias: string;
  password: string;
}

const toBuffer = (node: forge.asn1.Asn1) => Buffer.from(asn1.toDer(node).getBytes(), "latin1");

/** A PKCS#12 file of today: the key under AES-256, with the alias as its friendly name. */
export function modernContainer({ privateKey, certificate, alias, password }: Contents): Buffer {
  return toBuffer(
    forge.pkcs12.toPkcs12Asn1(privateKey, certificate, password, {
      algorithm: "aes256",
      friendlyName: alias,
      count: ITERATIONS,
    }),
  );
}

/**
 * A PKCS#12 file as older tools make it, and as OpenSSL 3 opens only with its legacy provider: the certificate under
 * 40-bit RC2, the key under triple DES, SHA-1 throughout. node-forge writes the certificate in clear and knows no RC2
 * when writing, so its part is put in its place here.
 */
export function legacyContainer({ privateKey, certificate, alias, password }: Contents): Buffer {
  const plain = forge.pkcs12.toPkcs12Asn1(privateKey, certificate, password, {
    algorithm: "3des",
    friendlyName: alias,
    count: ITERATIONS,
    useMac: false,
  });
  const [certificates, keys] = children(asn1.fromDer(dataOf(children(plain)[1])));
  if (!keys) throw new Error("a container has two parts");
  const safe = asn1.toDer(sequence([encryptedData(dataOf(certificates), password), keys])).getBytes();
  const content = sequence([oid("data"), tagged([octets(safe)])]);
  return toBuffer(sequence([integer(3), content, macOver(safe, password)]));
}

function children(node: forge.asn1.Asn1 | undefined): forge.asn1.Asn1[] {
  if (!node || typeof node.value === "string") throw new Error("not a constructed value");
  return node.value;
}

/** The octets inside a ContentInfo of type data. */
function dataOf(contentInfo: forge.asn1.Asn1 | undefined): string {
  const content = children(children(contentInfo)[1])[0]?.value;
  if (typeof content !== "string") throw new Error("not an octet string");
  return content;
}

function derive(password: string, salt: string, purpose: number, bytes: number): string {
  return forge.pkcs12
    .generateKey(password, forge.util.createBuffer(salt), purpose, ITERATIONS, bytes)
    .getBytes();
}

/** A ContentInfo of type encryptedData under pbeWithSHAAnd40BitRC2-CBC. */
function encryptedData(content: string, password: string): forge.asn1.Asn1 {
  const salt = forge.random.getBytesSync(8);
  const cipher = forge.rc2.createEncryptionCipher(derive(password, salt, KEY_MATERIAL, 5), 40);
  cipher.start(derive(password, salt, INITIAL_VECTOR, 8));
  cipher.update(forge.util.createBuffer(content));
  cipher.finish();
  const algorithm = sequence([
    oid("pbewithSHAAnd40BitRC2-CBC"),
    sequence([octets(salt), integer(ITERATIONS)]),
  ]);
  const encrypted = asn1.create(asn1.Class.CONTEXT_SPECIFIC, 0, false, cipher.output.getBytes());
  return sequence([
    oid("encryptedData"),
    tagged([sequence([integer(0), sequence([oid("data"), algorithm, encrypted])])]),
  ]);
}

function macOver(safe: string, password: string): forge.asn1.Asn1 {
  const salt = forge.random.getBytesSync(8);
  const mac = forge.hmac.create();
  mac.start("sha1", derive(password, salt, MAC_MATERIAL, 20));
  mac.update(safe);
  const digest = sequence([sequence([oid("sha1"), nothing()]), octets(mac.getMac().getBytes())]);
  return sequence([digest, octets(salt), integer(ITERATIONS)]);
}
