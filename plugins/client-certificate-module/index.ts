import { clientCertificateModule } from "./client-certificate-module.js";

export { clientCertificateModule };
export default clientCertificateModule();
