package dev.migrator;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.autogenerate.AcceptedDifferences;
import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ComparedKind;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.autogenerate.ImplicitName;
import dev.migrator.autogenerate.ModelSources;
import dev.migrator.autogenerate.NamePatterns;
import dev.migrator.autogenerate.NumberSource;
import dev.migrator.autogenerate.NumberSources;
import dev.migrator.autogenerate.Rename;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.autogenerate.convention.ColumnOrder;
import dev.migrator.autogenerate.convention.NamePattern;
import dev.migrator.autogenerate.convention.NamedKind;
import dev.migrator.autogenerate.convention.NamingConvention;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.script.writing.NewRevision;
import dev.migrator.internal.script.writing.ScriptType;
import dev.migrator.internal.script.writing.WritingSettings;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.EnumType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks every value that is built: a component that is set is there, is kept when
 * another changes, and makes two values different.
 */
class BuiltValueTests {

	private static final ColumnName COLUMN = new ColumnName(ObjectName.of("t"), "c");

	private static final SchemaObjects SCHEMA = SchemaObjects.of(List.of(),
			List.of(new EnumType(ObjectName.of("e"), List.of("a"))), List.of());

	/**
	 * One value of each class with its defaults, and one that differs from it in all
	 * components.
	 */
	static Stream<Arguments> values() {
		return Stream
			.of(new Arguments(WritingSettings.DEFAULTS,
					WritingSettings.builder()
						.fileTemplate("{rev}")
						.zone(ZoneId.of("Europe/Paris"))
						.slugLength(3)
						.sqlTemplate("s")
						.javaTemplate("j")
						.hooks(List.of("h"))
						.javaPackage("p")
						.firstPackage("f")
						.packages(List.of("q"))
						.build()),
					new Arguments(ExecutionSettings.builder().build(),
							ExecutionSettings.builder()
								.transaction(TransactionMode.SINGLE)
								.lockWait(Duration.ofSeconds(11))
								.lockTimeout(Duration.ofSeconds(12))
								.lockRetries(13)
								.concurrentWait(Duration.ofSeconds(14))
								.statementTimeout(Duration.ofSeconds(15))
								.uploadTimeout(Duration.ofSeconds(16))
								.timeZone("Asia/Tokyo")
								.application("a")
								.build()),
					new Arguments(NewRevision.of("x"),
							NewRevision.builder("y")
								.heads("h")
								.splice(true)
								.branchLabels(List.of("b"))
								.dependsOn(List.of("d"))
								.revision("r")
								.location("l")
								.type(ScriptType.JAVA)
								.upgrade("up")
								.downgrade("down")
								.imports(List.of("i"))
								.transaction(false)
								.build()),
					new Arguments(
							Change.of(ExecuteSql.of("select 1")),
							Change
								.builder(ExecuteSql.of("select 2"))
								.detected("d")
								.loss("l")
								.remark("r")
								.remarkBehind(true)
								.undo(List.of())
								.undoRemark("u")
								.undoRemarkBehind(true)
								.build()),
					new Arguments(ComparisonSettings.DEFAULT,
							ComparisonSettings.builder()
								.removals(Set.of(Droppable.ENUMS))
								.schemas(new NamePatterns(List.of("s"), List.of()))
								.tables(new NamePatterns(List.of("t"), List.of()))
								.objects(new NamePatterns(List.of("o"), List.of()))
								.migratorTables(Set.of("m"))
								.renames(List.of(Rename.of("a=b")))
								.inventedNames(Set.of(new ImplicitName(ObjectName.of("t"), "n")))
								.writtenColumns(Set.of(COLUMN))
								.numberSources(new NumberSources(
										Map.of(COLUMN, new NumberSource.OfSequence(ObjectName.of("s"))), Set.of()))
								.existingSchemas(Set.of("e"))
								.defaultSchema("d")
								.foreignKeyIndexes(true)
								.columns(new NamePatterns(List.of(), List.of("c")))
								.columnOrder(ColumnOrder.MODEL)
								.names(NamingConvention.of(new NamePattern(NamedKind.INDEX, "ix_{table}_{columns}")))
								.accepted(new AcceptedDifferences("f", List.of("a")))
								.kinds(Set.of(ComparedKind.CHECKS))
								.build()),
					new Arguments(
							WantedModel.builder(SchemaObjects.none(), new ModelSources(List.of(), List.of())).build(),
							WantedModel.builder(SCHEMA, new ModelSources(List.of("e"), List.of()))
								.complete(true)
								.invented(Set.of(new ImplicitName(ObjectName.of("t"), "n")))
								.leftOut(List.of("l"))
								.untyped(Map.of(COLUMN, "u"))
								.others(Map.of(ObjectName.of("v"), "view"))
								.written(Set.of(COLUMN))
								.numbers(Map.of(COLUMN, new NumberSource.OfSequence(ObjectName.of("s"))))
								.declared(Map.of(ObjectName.of("t"), List.of("c")))
								.objects(List.of())
								.build()));
	}

	@ParameterizedTest
	@MethodSource("values")
	void componentThatIsSaidIsThere(Arguments values) throws Exception {
		for (String component : components(values.other())) {
			Object changed = changed(values.standard(), component, read(values.other(), component));

			assertThat(read(changed, component)).as(component).isEqualTo(read(values.other(), component));
			assertThat(changed).as(component).isNotEqualTo(values.standard());
			assertThat(changed.toString()).as(component).isNotEqualTo(values.standard().toString());
		}
	}

	@ParameterizedTest
	@MethodSource("values")
	void otherComponentsStay(Arguments values) throws Exception {
		for (String component : components(values.other())) {
			Object changed = changed(values.other(), component, read(values.standard(), component));

			assertThat(components(changed)).filteredOn((other) -> !other.equals(component))
				.allSatisfy((other) -> assertThat(read(changed, other)).isEqualTo(read(values.other(), other)));
			assertThat(changed(changed, component, read(values.other(), component))).isEqualTo(values.other())
				.hasSameHashCodeAs(values.other());
		}
	}

	@Test
	void builderThatGoesOnChangesNothingThatWasBuilt() {
		NewRevision.Builder builder = NewRevision.builder("x").revision("a");
		NewRevision first = builder.build();

		NewRevision second = builder.revision("b").build();

		assertThat(first.revision()).isEqualTo("a");
		assertThat(second.revision()).isEqualTo("b");
	}

	private static List<String> components(Object value) throws Exception {
		return Arrays.stream(Class.forName(value.getClass().getName() + "$Builder").getDeclaredFields())
			.filter((field) -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
			.map(Field::getName)
			.toList();
	}

	private static Object read(Object value, String component) throws Exception {
		String name = Arrays.stream(value.getClass().getMethods())
			.map(Method::getName)
			.filter((method) -> method.equals(component)
					|| method.equals("is" + Character.toUpperCase(component.charAt(0)) + component.substring(1)))
			.findFirst()
			.orElseThrow();
		return value.getClass().getMethod(name).invoke(value);
	}

	private static Object changed(Object value, String component, Object to) throws Exception {
		Object builder = value.getClass().getMethod("toBuilder").invoke(value);
		Method method = Arrays.stream(builder.getClass().getMethods())
			.filter((candidate) -> candidate.getName().equals(component) && !candidate.isVarArgs())
			.findFirst()
			.orElseThrow();
		return builder.getClass().getMethod("build").invoke(method.invoke(builder, to));
	}

	/**
	 * A value with its defaults, and one that differs in all components.
	 */
	record Arguments(Object standard, Object other) {

		@Override
		public String toString() {
			return this.standard.getClass().getSimpleName();
		}

	}

}
