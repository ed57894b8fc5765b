package org.mview.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;

/** What the house is built by: which package may know which. */
class ArchitectureTest {
  private static final JavaClasses MVIEW =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(place -> !place.contains("org/mview/cli/")) // a program: it prints
          .importPackages("org.mview");

  @Test
  void packagesFormNoCycles() {
    slices().matching("org.mview.(**)").should().beFreeOfCycles().check(MVIEW);
  }

  @Test
  void theCoreKnowsNoDatabase() {
    noClasses()
        .that()
        .resideInAnyPackage("..algebra..", "..delta..", "..lowering..", "..mview.sql..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "..dialect..", "..database..")
        .because("a plan can then be tested, printed and compared without one")
        .check(MVIEW);
  }

  @Test
  void theDialectsKnowNeitherLogsNorViews() {
    noClasses()
        .that()
        .resideInAnyPackage("org.mview.dialect..", "org.mview.database..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.mview.capture..",
            "org.mview.catalog..",
            "org.mview.refresh..",
            "org.mview.command..",
            "org.mview.session..",
            "org.mview.driver..")
        .check(MVIEW);
  }

  @Test
  void theCatalogKnowsNobodyThatReadsIt() {
    noClasses()
        .that()
        .resideInAnyPackage("org.mview.catalog..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.mview.refresh..",
            "org.mview.command..",
            "org.mview.session..",
            "org.mview.driver..")
        .check(MVIEW);
  }

  @Test
  void statementsAreReadWithoutKnowingWhatIsDoneWithThem() {
    noClasses()
        .that()
        .resideInAnyPackage("org.mview.statement..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.mview.refresh..",
            "org.mview.command..",
            "org.mview.session..",
            "org.mview.capture..",
            "org.mview.driver..")
        .check(MVIEW);
  }

  @Test
  void aRefreshKnowsNoStatementThatAsksForIt() {
    noClasses()
        .that()
        .resideInAnyPackage("org.mview.refresh..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.mview.statement..", "org.mview.command..", "org.mview.session..")
        .check(MVIEW);
  }

  @Test
  void aLogKnowsNoView() {
    noClasses()
        .that()
        .resideInAnyPackage("org.mview.capture..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.mview.catalog..",
            "org.mview.statement..",
            "org.mview.refresh..",
            "org.mview.command..",
            "org.mview.session..",
            "org.mview.driver..")
        .check(MVIEW);
  }

  @Test
  void onlyTheDriverAndTheSchedulerKnowTheSession() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.mview.session..",
            "org.mview.schedule..",
            "org.mview.conformance..",
            "org.mview.driver..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.mview.session..", "org.mview.driver..")
        .check(MVIEW);
  }

  @Test
  void nothingIsPrinted() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
        .because("a driver speaks by its results, its warnings and its log")
        .check(MVIEW);
  }

  @Test
  void whatIsLoggedIsLoggedThroughOurLog() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.mview.driver..") // where JDBC asks for a Logger
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..")
        .check(MVIEW);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.mview.database")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.slf4j..")
        .because("SLF4J may be missing")
        .check(MVIEW);
  }

  @Test
  void onlyOnePackageSeesTheParserLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.mview.statement.query")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("net.sf.jsqlparser..")
        .because("what the parser makes of a text is an answer, and goes no further")
        .check(MVIEW);
  }

  @Test
  void onlyTheWrappersReflect() {
    noClasses()
        .that()
        .resideInAnyPackage("org.mview..")
        .and()
        .resideOutsideOfPackages("org.mview.driver.wrap", "org.mview.driver")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..", "org.objectweb.asm..")
        .because("a reader can then follow every call")
        .check(MVIEW);
  }

  @Test
  void whatIsNotTheDriverIsNotPublicApi() {
    classes()
        .that()
        .resideInAPackage("org.mview.driver")
        .and()
        .arePublic()
        .should()
        .haveSimpleNameStartingWith("MView")
        .because("the driver and the data source are all the API there is")
        .check(MVIEW);
  }
}
