package lab.istioctl;

import lab.shell.pflag.Flag;
import lab.shell.pflag.FlagSet;

/** The flags that every command of istioctl takes. */
final class GlobalFlags {
    private GlobalFlags() {}

    static FlagSet all() {
        return new FlagSet()
                .string(
                        "as",
                        "Username to impersonate for the operation. User could be a regular user or a service account"
                                + " in a namespace")
                .array(
                        "as-group",
                        (char) 0,
                        "Group to impersonate for the operation, this flag can be repeated to specify multiple groups.")
                .string("as-uid", "UID to impersonate for the operation.")
                .string("context", "Kubernetes configuration context")
                .string("istioNamespace", 'i', "istio-system", "Istio system namespace")
                .string(
                        "kubeclient-timeout",
                        (char) 0,
                        "15s",
                        "Kubernetes client timeout as a time.Duration string, defaults to 15 seconds.")
                .string("kubeconfig", 'c', "", "Kubernetes configuration file")
                .string("namespace", 'n', "", "Kubernetes namespace")
                .string("vklog", "number for the log level verbosity. Like -v flag. ex: --vklog=9");
    }

    static boolean takesValue(String word, FlagSet known) {
        for (Flag flag : known.all()) {
            boolean named =
                    word.equals("--" + flag.name()) || (flag.shorthand() != 0 && word.equals("-" + flag.shorthand()));
            if (named) {
                return flag.bare() == null;
            }
        }
        return false;
    }
}
