export async function hostilePage() {}
