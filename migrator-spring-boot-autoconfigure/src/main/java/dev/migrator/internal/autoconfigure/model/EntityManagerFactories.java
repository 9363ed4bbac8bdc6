package dev.migrator.internal.autoconfigure.model;

import java.util.List;

import dev.migrator.autogenerate.UnreadableModelException;
import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The entity manager factories of the application, by the names of their beans.
 */
final class EntityManagerFactories {

	private EntityManagerFactories() {
	}

	/**
	 * Chooses the factory whose entities are read.
	 * @param wanted its name, or {@code null} for the only or primary one
	 * @return the name of a bean that can be copied
	 * @throws UnreadableModelException if there is none, or if several fit
	 */
	static String choose(ConfigurableListableBeanFactory beans, @Nullable String wanted) {
		List<String> names = List.of(beans.getBeanNamesForType(EntityManagerFactory.class, true, false));
		String chosen = (wanted != null) ? named(names, wanted) : only(names, beans);
		if (!FactoryCopy.isPossible(beans, chosen)) {
			throw new UnreadableModelException(
					"The bean %s is a finished entity manager factory, so the migrator cannot read its entities."
						.formatted(chosen),
					"Let its method return the LocalContainerEntityManagerFactoryBean; or declare one bean of type "
							+ "PersistenceManagedTypes that lists the entities; or declare a bean of type WantedSchema.",
					null);
		}
		return chosen;
	}

	private static String named(List<String> names, String wanted) {
		if (!names.contains(wanted)) {
			throw new UnreadableModelException(
					"There is no entity manager factory '%s'.%s".formatted(wanted,
							names.isEmpty() ? "" : " There are: " + String.join(", ", names) + "."),
					"Name the bean of one, by migrator.autogenerate.entity-manager-factory.", null);
		}
		return wanted;
	}

	private static String only(List<String> names, ConfigurableListableBeanFactory beans) {
		if (names.isEmpty()) {
			throw new UnreadableModelException("The application has no entity manager factory.",
					"Declare one, or a bean of type WantedSchema.", null);
		}
		List<String> primary = (names.size() == 1) ? names : names.stream()
			.filter((name) -> beans.containsBeanDefinition(name) && beans.getMergedBeanDefinition(name).isPrimary())
			.toList();
		if (primary.size() != 1) {
			throw new UnreadableModelException(
					"There are several entity manager factories (%s), and none of them is the primary one."
						.formatted(String.join(", ", names)),
					"Set migrator.autogenerate.entity-manager-factory to the one whose entities are in this database; "
							+ "or make one of them @Primary.",
					null);
		}
		return primary.get(0);
	}

}
