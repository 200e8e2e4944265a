package lab.kubectl.create;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lab.kubectl.Call;
import lab.kubectl.Command;
import lab.kubectl.KubectlFailure;
import lab.shell.pflag.FlagSet;

/** The generators of workloads, configuration and namespaces. */
// models kubectl pkg/cmd/create/create_deployment.go, create_job.go, create_cronjob.go and the like@1.34
final class Generators {
    private static final String NAMED = "NAME --image=image";

    private Generators() {}

    static List<Command> all() {
        return List.of(
                Generator.of(
                                "configmap",
                                "Create a config map from a local file, directory or literal value",
                                "NAME [--from-file=[key=]source] [--from-literal=key1=value1]",
                                dataFlags(),
                                Generators::configMap)
                        .alias("cm"),
                Generator.of(
                                "cronjob",
                                "Create a cron job with the specified name",
                                "NAME --image=image --schedule='0/5 * * * ?' -- [COMMAND] [args...]",
                                imageFlags()
                                        .string("restart", "job's restart policy.")
                                        .string(
                                                "schedule",
                                                "A schedule in the Cron format the job should be run with."),
                                Generators::cronJob)
                        .alias("cj"),
                Generator.of(
                                "deployment",
                                "Create a deployment with the specified name",
                                NAMED + " -- [COMMAND] [args...]",
                                imageFlags()
                                        .number("port", -1, "The containerPort that this deployment exposes.")
                                        .add(new lab.shell.pflag.Flag(
                                                "replicas",
                                                'r',
                                                lab.shell.pflag.Flag.Kind.INT,
                                                "1",
                                                null,
                                                "Number of replicas to create. Default is 1.")),
                                Generators::deployment)
                        .alias("deploy"),
                Generator.of(
                        "job",
                        "Create a job with the specified name",
                        NAMED + " -- [COMMAND] [args...]",
                        imageFlags(),
                        Generators::job),
                Generator.of(
                                "namespace",
                                "Create a namespace with the specified name",
                                "NAME",
                                new FlagSet(),
                                Generators::namespace)
                        .alias("ns"),
                new SecretCommand(),
                Generator.of(
                                "serviceaccount",
                                "Create a service account with the specified name",
                                "NAME",
                                new FlagSet(),
                                (call, object) -> Generator.kind(object, "v1", "ServiceAccount"))
                        .alias("sa"),
                new TokenCommand());
    }

    static FlagSet dataFlags() {
        return new FlagSet()
                .list("from-env-file", (char) 0, "Specify the path to a file to read lines of key=val pairs.")
                .array("from-file", (char) 0, "Key file can be specified using its file path.")
                .array("from-literal", (char) 0, "Specify a key and literal value to insert (i.e. mykey=somevalue)");
    }

    private static FlagSet imageFlags() {
        return new FlagSet().list("image", (char) 0, "Image name to run.");
    }

    private static List<String> images(Call call) {
        List<String> images = call.flags().list("image");
        if (images.isEmpty()) {
            throw new KubectlFailure("required flag(s) \"image\" not set");
        }
        return images;
    }

    private static void namespace(Call call, ObjectNode object) {
        Generator.kind(object, "v1", "Namespace").putObject("spec");
        object.putObject("status");
    }

    private static void configMap(Call call, ObjectNode object) {
        Generator.kind(object, "v1", "ConfigMap");
        Literals.read(call).into(object, false);
    }

    private static void deployment(Call call, ObjectNode object) {
        List<String> images = images(call);
        List<String> command = PodTemplates.command(call.arguments());
        if (images.size() > 1 && !command.isEmpty()) {
            throw new KubectlFailure("cannot specify multiple --image options and command");
        }
        String name = object.path("metadata").path("name").asText();
        Generator.kind(object, "apps/v1", "Deployment");
        ((ObjectNode) object.path("metadata")).putObject("labels").put("app", name);
        ObjectNode spec = object.putObject("spec");
        spec.put("replicas", call.flags().number("replicas"));
        spec.putObject("selector").putObject("matchLabels").put("app", name);
        spec.putObject("strategy");
        ObjectNode template = spec.putObject("template");
        template.putObject("metadata").putObject("labels").put("app", name);
        ArrayNode containers = template.putObject("spec").putArray("containers");
        for (String image : images) {
            ObjectNode container =
                    PodTemplates.container(containers, PodTemplates.containerName(image), image, command);
            if (call.flags().number("port") >= 0 && containers.size() == 1) {
                container
                        .putArray("ports")
                        .addObject()
                        .put("containerPort", call.flags().number("port"));
            }
        }
        object.putObject("status");
    }

    private static void job(Call call, ObjectNode object) {
        String name = object.path("metadata").path("name").asText();
        Generator.kind(object, "batch/v1", "Job");
        jobSpec(object.putObject("spec"), name, images(call).get(0), PodTemplates.command(call.arguments()), "Never");
        object.putObject("status");
    }

    private static void cronJob(Call call, ObjectNode object) {
        if (!call.flags().isSet("schedule")) {
            throw new KubectlFailure("required flag(s) \"schedule\" not set");
        }
        String name = object.path("metadata").path("name").asText();
        String restart = call.flags().text("restart");
        Generator.kind(object, "batch/v1", "CronJob");
        ObjectNode spec = object.putObject("spec");
        ObjectNode template = spec.putObject("jobTemplate");
        template.putObject("metadata").put("name", name);
        jobSpec(
                template.putObject("spec"),
                name,
                images(call).get(0),
                PodTemplates.command(call.arguments()),
                restart.isEmpty() ? "OnFailure" : restart);
        spec.put("schedule", call.flags().text("schedule"));
        object.putObject("status");
    }

    private static void jobSpec(ObjectNode spec, String name, String image, List<String> command, String restart) {
        ObjectNode template = spec.putObject("template");
        template.putObject("metadata");
        ObjectNode pod = template.putObject("spec");
        PodTemplates.container(pod.putArray("containers"), name, image, command);
        pod.put("restartPolicy", restart);
    }
}
