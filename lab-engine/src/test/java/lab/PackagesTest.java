package lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.fail;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The package table of the design: a package may import only rows above it, and each library has its room. */
class PackagesTest {
    /** From the top of the table to its bottom; a package stands for its sub-packages too, the longest name wins. */
    private static final List<String> ROWS = List.of(
            "lab.net",
            "lab.check",
            "lab.shell",
            "lab.iptables",
            "lab.envoy",
            "lab.kube",
            "lab.cluster",
            "lab.kubectl",
            "lab.istioctl",
            "lab.lesson",
            "lab.trace",
            "lab.snippet",
            "lab.cluster.kind",
            "lab.cluster.context",
            "lab.sandbox.state",
            "lab.sandbox.api",
            "lab.sandbox.controller",
            "lab.sandbox.mesh",
            "lab.sandbox.node",
            "lab.sandbox",
            "lab.session",
            "lab.grade",
            "lab.classroom",
            "lab.terminal",
            "lab.cli",
            "lab");

    private static final Map<String, String> ROOMS = Map.of(
            "org.commonmark..", "lab.lesson..",
            "org.jline..", "lab.terminal..",
            "picocli..", "lab.cli..",
            "net.thisptr..", "lab.shell..",
            "org.yaml..", "lab.kube..");

    private static final JavaClasses LAB = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("lab");

    @Test
    void packagesImportOnlyRowsAboveThem() {
        TreeSet<String> wrong = new TreeSet<>();
        for (JavaClass type : LAB) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName();
                if ((target.equals("lab") || target.startsWith("lab.")) && row(target) > row(type.getPackageName())) {
                    wrong.add(type.getPackageName() + " must not use " + target + " (" + type.getSimpleName() + " → "
                            + dependency.getTargetClass().getSimpleName() + ")");
                }
            }
        }
        if (!wrong.isEmpty()) {
            fail(String.join("\n", wrong));
        }
    }

    @Test
    void everyPackageStandsInTheTable() {
        TreeSet<String> unknown = new TreeSet<>();
        for (JavaClass type : LAB) {
            String name = type.getPackageName();
            if (!name.equals("lab") && rowName(name).equals("lab")) {
                unknown.add(name);
            }
        }
        if (!unknown.isEmpty()) {
            fail("not in the package table: " + unknown);
        }
    }

    @Test
    void eachLibraryStaysInItsRoom() {
        ROOMS.forEach((library, room) -> noClasses()
                .that()
                .resideInAPackage("lab..")
                .and()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true)
                .check(LAB));
    }

    @Test
    void theSandboxReadsNoWallClockAndNoHostRandomness() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "lab.sandbox.state..",
                        "lab.sandbox.api..",
                        "lab.sandbox.controller..",
                        "lab.sandbox.mesh..",
                        "lab.sandbox.node..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(LAB);
    }

    @Test
    void noClassIsNamedForNothing() {
        noClasses()
                .that()
                .resideInAPackage("lab..")
                .should()
                .haveNameMatching(".*(Utils?|Manager|Impl|Helper)")
                .check(LAB);
    }

    private static int row(String name) {
        return ROWS.indexOf(rowName(name));
    }

    private static String rowName(String name) {
        String best = "lab";
        for (String row : ROWS) {
            if ((name.equals(row) || name.startsWith(row + ".")) && row.length() > best.length()) {
                best = row;
            }
        }
        return best;
    }
}
