package dev.migrator.internal.autoconfigure.bean;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Beans as far as they are there already, those of the contexts above among them. None is
 * created to be looked at.
 */
public final class CreatedBeans {

	private CreatedBeans() {
	}

	/**
	 * Finds them.
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
