package dev.migrator.internal.autoconfigure.bean;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Finds beans that have been created already, including those of parent contexts. Creates
 * none.
 */
public final class CreatedBeans {

	private CreatedBeans() {
	}

	/**
	 * Finds the beans of a type.
	 * @return the beans by their names
	 */
	public static <T> Map<String, T> of(Class<T> type, @Nullable BeanFactory beans) {
		Map<String, T> found = new LinkedHashMap<>();
		if (beans instanceof ConfigurableListableBeanFactory factory) {
			for (String name : factory.getBeanNamesForType(type, true, false)) {
				if (factory.containsSingleton(name)) {
					found.put(name, factory.getBean(name, type));
				}
			}
			of(type, factory.getParentBeanFactory()).forEach(found::putIfAbsent);
		}
		return found;
	}

}
